using System.Text.Json;

namespace AiAttribution.Core.Tests.Reports.Sarif;

/// <summary>What SARIF 2.1.0 demands of the objects that we write, as §3 of the standard says it. No other property may stand in them.</summary>
internal static class SarifSchema
{
    public static JsonElement Used { get; } = JsonDocument.Parse("""
        {
          "type": "object", "additionalProperties": false, "required": ["version", "runs"],
          "properties": {
            "$schema": { "type": "string" },
            "version": { "const": "2.1.0" },
            "runs": { "type": "array", "items": { "$ref": "#/$defs/run" } }
          },
          "$defs": {
            "run": {
              "type": "object", "additionalProperties": false, "required": ["tool"],
              "properties": {
                "tool": { "type": "object", "additionalProperties": false, "required": ["driver"], "properties": { "driver": { "$ref": "#/$defs/driver" } } },
                "automationDetails": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string" } } },
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "invocations": { "type": "array", "items": { "$ref": "#/$defs/invocation" } },
                "results": { "type": "array", "items": { "$ref": "#/$defs/result" } },
                "properties": { "type": "object" }
              }
            },
            "driver": {
              "type": "object", "additionalProperties": false, "required": ["name"],
              "properties": {
                "name": { "type": "string" },
                "informationUri": { "type": "string" },
                "rules": { "type": "array", "items": { "$ref": "#/$defs/descriptor" } },
                "notifications": { "type": "array", "items": { "$ref": "#/$defs/descriptor" } }
              }
            },
            "descriptor": {
              "type": "object", "additionalProperties": false, "required": ["id"],
              "properties": {
                "id": { "type": "string" },
                "shortDescription": { "$ref": "#/$defs/message" },
                "helpUri": { "type": "string" },
                "defaultConfiguration": { "type": "object", "additionalProperties": false, "properties": { "level": { "$ref": "#/$defs/level" } } }
              }
            },
            "invocation": {
              "type": "object", "additionalProperties": false, "required": ["executionSuccessful"],
              "properties": {
                "executionSuccessful": { "type": "boolean" },
                "toolExecutionNotifications": {
                  "type": "array",
                  "items": {
                    "type": "object", "additionalProperties": false, "required": ["message"],
                    "properties": { "descriptor": { "type": "object", "additionalProperties": false, "properties": { "id": { "type": "string" } } }, "level": { "$ref": "#/$defs/level" }, "message": { "$ref": "#/$defs/message" } }
                  }
                }
              }
            },
            "result": {
              "type": "object", "additionalProperties": false, "required": ["message"],
              "properties": {
                "ruleId": { "type": "string" },
                "ruleIndex": { "type": "integer", "minimum": -1 },
                "level": { "$ref": "#/$defs/level" },
                "message": { "$ref": "#/$defs/message" },
                "locations": { "type": "array", "items": { "$ref": "#/$defs/location" } },
                "partialFingerprints": { "type": "object", "additionalProperties": { "type": "string" } },
                "suppressions": { "type": "array", "items": { "$ref": "#/$defs/suppression" } },
                "properties": { "type": "object" }
              }
            },
            "location": {
              "type": "object", "additionalProperties": false,
              "properties": {
                "physicalLocation": {
                  "type": "object", "additionalProperties": false,
                  "properties": {
                    "artifactLocation": { "type": "object", "additionalProperties": false, "properties": { "uri": { "type": "string" }, "uriBaseId": { "type": "string" } } },
                    "region": { "type": "object", "additionalProperties": false, "properties": { "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 } } }
                  }
                },
                "logicalLocations": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": { "fullyQualifiedName": { "type": "string" }, "kind": { "type": "string" } } } }
              }
            },
            "suppression": {
              "type": "object", "additionalProperties": false, "required": ["kind"],
              "properties": { "kind": { "enum": ["inSource", "external"] }, "status": { "enum": ["accepted", "underReview", "rejected"] }, "justification": { "type": "string" } }
            },
            "message": { "type": "object", "additionalProperties": false, "required": ["text"], "properties": { "text": { "type": "string" } } },
            "level": { "enum": ["none", "note", "warning", "error"] }
          }
        }
        """).RootElement;
}
