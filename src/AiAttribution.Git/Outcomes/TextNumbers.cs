using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Git.Outcomes;

/// <summary>Numbers of texts, from 0 on. What was kept of an earlier walk is known by hashes of the texts, so it needs no room for them.</summary>
internal sealed class TextNumbers
{
    private const byte Main = 1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _fresh = [];
    private readonly List<ulong> _told = [];
    private readonly List<byte> _ofMain = [];
    private readonly List<(TextHash Key, int Number)> _aliases = [];
    private TextHash[] _kept = [];
    private int[] _index = [];

    /// <summary>How many numbers there are.</summary>
    public int Count => _told.Count;

    /// <summary>Whether the texts that are asked for are of the main line, and no longer of production alone.</summary>
    public bool IsMain { get; set; } = true;

    /// <summary>Whether a text that only production had turned out to be another one, so that what production ran must be read again.</summary>
    public bool IsProductionStale { get; private set; }

    /// <summary>Key of a text (<see cref="TextKey"/>), of one whose names were changed that of its newest form.</summary>
    public ulong KeyOf(int number) => _told[number];

    /// <summary>The number of a text.</summary>
    public int Of(string text)
    {
        if (!_numbers.TryGetValue(text, out int number))
            _numbers.Add(text, number = Kept(text) ?? Add(text));
        if (IsMain)
            _ofMain[number] = Main;
        return number;
    }

    /// <summary>The number of a text, if it has one.</summary>
    public int? Find(string text) => _numbers.TryGetValue(text, out int number) ? number : Kept(text);

    /// <summary>A text as it is held here, so that equal ones take room once.</summary>
    public string Same(int number, string text) => number >= _kept.Length && _fresh[number - _kept.Length] is { } held && held == text ? held : text;

    /// <summary>A text that nobody knew is another one with other names in it.</summary>
    public void Rename(string text, string before)
    {
        if (_numbers.ContainsKey(text))
            return;
        int number = Of(before);
        if (Kept(text) is { } known && known != number)
        {
            if (_ofMain[known] == Main)
                return;
            IsProductionStale = true;
        }

        _numbers.Add(text, number);
        _aliases.Add((TextHash.Of(text), number));
        _told[number] = TextKey.Of(text);
    }

    /// <summary>Writes all numbers.</summary>
    public void Write(CompactWriter writer)
    {
        TextHash[] keys = [.. _kept, .. _fresh.Select(TextHash.Of)];
        writer.Block(MemoryMarshal.AsBytes<TextHash>(keys));
        writer.Block(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_told)));
        writer.Block(CollectionsMarshal.AsSpan(_ofMain));
        writer.List(_aliases, alias =>
        {
            writer.Fixed(alias.Key.Start);
            writer.Fixed(alias.Key.Rest);
            writer.Number(alias.Number);
        });
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static TextNumbers Read(CompactReader reader)
    {
        var numbers = new TextNumbers();
        numbers._kept = MemoryMarshal.Cast<byte, TextHash>(reader.Block().Span).ToArray();
        numbers._told.AddRange(MemoryMarshal.Cast<byte, ulong>(reader.Block().Span));
        numbers._ofMain.AddRange(reader.Block().Span);
        numbers._aliases.AddRange(reader.List(() => (new TextHash(reader.Fixed64(), reader.Fixed64()), reader.Count())));
        if (numbers._kept.Length != numbers.Count || numbers._ofMain.Count != numbers.Count || numbers._aliases.Exists(a => a.Number >= numbers.Count))
            throw new InvalidDataException("these are no numbers of texts");
        numbers.Index();
        return numbers;
    }

    private int Add(string text)
    {
        _fresh.Add(text);
        _told.Add(TextKey.Of(text));
        _ofMain.Add(0);
        return Count - 1;
    }

    private int? Kept(string text)
    {
        if (_index.Length == 0)
            return null;
        int place = _index[Slot(TextHash.Of(text))];
        return place == 0 ? null : NumberAt(place - 1);
    }

    /// <summary>Hashes are spread evenly, so each is found at its own place of a table twice as large, or soon after. A text that became another one is that one.</summary>
    private void Index()
    {
        _index = new int[BitOperations.RoundUpToPowerOf2((uint)(2 * (_kept.Length + _aliases.Count)) | 1)];
        for (int place = 0; place < _kept.Length + _aliases.Count; place++)
            _index[Slot(KeyAt(place))] = place + 1;
    }

    private int Slot(TextHash key)
    {
        int slot = (int)(uint)key.Start & (_index.Length - 1);
        while (_index[slot] != 0 && KeyAt(_index[slot] - 1) != key)
            slot = (slot + 1) & (_index.Length - 1);
        return slot;
    }

    private TextHash KeyAt(int place) => place < _kept.Length ? _kept[place] : _aliases[place - _kept.Length].Key;

    private int NumberAt(int place) => place < _kept.Length ? place : _aliases[place - _kept.Length].Number;
}

/// <summary>What a text that is not here is known by: 128 bits of its SHA-256.</summary>
/// <param name="Start">The first half.</param>
/// <param name="Rest">The second.</param>
internal readonly record struct TextHash(ulong Start, ulong Rest)
{
    /// <summary>Of a text.</summary>
    public static TextHash Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new TextHash(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }
}
