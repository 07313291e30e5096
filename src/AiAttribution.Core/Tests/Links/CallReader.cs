using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Reads out of a method's instructions what they name (ECMA-335, partition III).</summary>
internal static class CallReader
{
    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => (int)(ushort)o.Value);

    /// <summary>Methods that are called, created with, or made a delegate of, in order. What an expression tree names (<c>ldtoken</c>) is not called.</summary>
    public static IEnumerable<(EntityHandle Method, bool IsNew)> Calls(BlobReader body) =>
        Names(body).Where(n => n.Code.OperandType == OperandType.InlineMethod).Select(n => (n.Handle, n.Code == OpCodes.Newobj));

    /// <summary>Methods, fields and types that instructions name, in order.</summary>
    /// <exception cref="BadImageFormatException">These are no instructions.</exception>
    public static IEnumerable<(EntityHandle Handle, OpCode Code)> All(BlobReader body)
    {
        List<(EntityHandle, OpCode)> names = Names(body, out bool isWhole);
        return isWhole ? names : throw new BadImageFormatException("A method has instructions that are none.");
    }

    private static List<(EntityHandle Handle, OpCode Code)> Names(BlobReader body) => Names(body, out _);

    private static List<(EntityHandle Handle, OpCode Code)> Names(BlobReader body, out bool isWhole)
    {
        var names = new List<(EntityHandle, OpCode)>();
        isWhole = false;
        while (body.RemainingBytes > 0)
        {
            int value = body.ReadByte();
            if (value == 0xFE && body.RemainingBytes > 0)
                value = 0xFE00 | body.ReadByte();
            if (!OpCodesByValue.TryGetValue(value, out OpCode code))
                return names;
            if (code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok))
            {
                if (!Skip(ref body, code.OperandType))
                    return names;
            }
            else if (body.RemainingBytes >= sizeof(int) && body.ReadInt32() is var token && Known(token))
            {
                names.Add((MetadataTokens.EntityHandle(token), code));
            }
            else
            {
                return names;
            }
        }

        isWhole = true;
        return names;
    }

    /// <summary>Whether a token is of a table that instructions may name; the library refuses some others with an exception.</summary>
    private static bool Known(int token) => (uint)token >> 24 is 0x01 or 0x02 or 0x04 or 0x06 or 0x0A or 0x1B or 0x2B;

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
