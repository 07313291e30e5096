using System.Formats.Asn1;
using System.Security.Cryptography;
using AiAttribution.Core.Evidence.Signed;

namespace AiAttribution.Cli.Hosting;

/// <summary>Keys as PEM files. What is signed and verified with them, .NET does.</summary>
internal static class KeyFile
{
    /// <summary>The environment variable that holds the password of an encrypted key.</summary>
    public const string Password = "AI_ATTRIBUTION_KEY_PASSWORD";

    private const int MostBytes = 64 << 10;

    /// <summary>A public key.</summary>
    /// <exception cref="ToolException">The file holds none that can be used.</exception>
    public static VerifyingKey Public(string path) => Read(path, VerifyingKey.Parse);

    /// <summary>A private key: PKCS#8, encrypted or not, or SEC1.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="variable">Gives the value of an environment variable.</param>
    /// <exception cref="ToolException">The file holds none that can be used, or its password is missing or wrong.</exception>
    public static ECDsa Private(string path, Func<string, string?> variable) => Read(path, text =>
    {
        var key = ECDsa.Create();
        try
        {
            Import(key, text, variable);
            _ = VerifyingKey.Of(key);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    });

    private static T Read<T>(string path, Func<string, T> parse)
    {
        string name = Path.GetFileName(path);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
            throw new ToolException($"the key '{name}' {(file.Exists ? "is too large to be one" : "does not exist")}; give a PEM file.");
        try
        {
            return parse(File.ReadAllText(path));
        }
        catch (FormatException problem)
        {
            throw new ToolException($"the key '{name}' cannot be used: {problem.Message}.");
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            throw new ToolException($"the key '{name}' cannot be used: it is damaged.");
        }
    }

    private static void Import(ECDsa key, string text, Func<string, string?> variable)
    {
        if (text.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
            throw new FormatException("it is encrypted in an old form; convert it: openssl pkcs8 -topk8 -in FILE -out NEW");
        (string label, byte[] der) = Blocks(text).FirstOrDefault(b => b.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        switch (label)
        {
            case "PRIVATE KEY":
                VerifyingKey.Demand(Algorithm(der));
                key.ImportPkcs8PrivateKey(der, out _);
                break;
            case "EC PRIVATE KEY":
                key.ImportECPrivateKey(der, out _);
                break;
            case "ENCRYPTED PRIVATE KEY":
                Decrypt(key, der, variable(Password));
                break;
            default:
                throw new FormatException(label is null ? "it holds no private key" : $"it is a '{label}'; make one on P-256: openssl ecparam -name prime256v1 -genkey -noout -out key.pem");
        }
    }

    private static void Decrypt(ECDsa key, byte[] der, string? password)
    {
        if (string.IsNullOrEmpty(password))
            throw new FormatException($"it is encrypted; put its password into the environment variable {Password}");
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(password, der, out _);
        }
        catch (CryptographicException)
        {
            throw new FormatException($"the password in {Password} does not open it, or what it holds is no key of ECDSA");
        }
    }

    private static IEnumerable<(string Label, byte[] Der)> Blocks(string text)
    {
        var blocks = new List<(string, byte[])>();
        ReadOnlySpan<char> rest = text;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            blocks.Add((rest[fields.Label].ToString(), Convert.FromBase64String(rest[fields.Base64Data].ToString())));
            rest = rest[fields.Location.End..];
        }

        return blocks;
    }

    /// <summary>PKCS#8 begins with a version and the object identifier of the kind of key.</summary>
    private static string Algorithm(byte[] der)
    {
        AsnReader info = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        _ = info.ReadInteger();
        return info.ReadSequence().ReadObjectIdentifier();
    }
}
