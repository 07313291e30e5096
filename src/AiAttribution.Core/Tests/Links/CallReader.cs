using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Reads the calls out of a method's instructions (ECMA-335, partition III).</summary>
internal static class CallReader
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    /// <summary>Methods that are called, created with, or made a delegate of, in order. What an expression tree names (<c>ldtoken</c>) is not called.</summary>
    public static IEnumerable<(EntityHandle Method, bool IsNew)> Calls(BlobReader body)
    {
        var calls = new List<(EntityHandle, bool)>();
        while (body.RemainingBytes > 0)
        {
            int value = body.ReadByte();
            if (value == 0xFE && body.RemainingBytes > 0)
                value = 0xFE00 | body.ReadByte();
            if (!OpCodesByValue.TryGetValue(value, out OpCode code))
                break;
            if (code.OperandType == OperandType.InlineMethod)
                calls.Add((MetadataTokens.EntityHandle(body.ReadInt32()), code == OpCodes.Newobj));
            else if (!Skip(ref body, code.OperandType))
                break;
        }

        return calls;
    }

    private static bool Skip(ref BlobReader body, OperandType operand)
    {
        long size = operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => body.RemainingBytes >= 4 ? body.ReadUInt32() * 4L : -1,
            _ => 4,
        };
        if (size < 0 || size > body.RemainingBytes)
            return false;
        body.Offset += (int)size;
        return true;
    }
}
