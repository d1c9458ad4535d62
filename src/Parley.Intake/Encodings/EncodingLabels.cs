using System.Collections.Frozen;
using System.Text;

namespace Parley.Intake.Encodings;

/// <summary>Character sets by the labels that pages and servers declare (WHATWG Encoding Standard, section 4.2).</summary>
internal static class EncodingLabels
{
    private static readonly FrozenDictionary<string, string> s_names = Load();

    /// <summary>The encoding that <paramref name="label"/> stands for; null where it stands for none that a page may use.</summary>
    public static Encoding? Find(string? label)
    {
        if (label is null)
            return null;
        var name = label.Trim(' ', '\t', '\r', '\n', '\f', '"', '\'').ToLowerInvariant();
        name = s_names.GetValueOrDefault(name, name);
        if (name.Length == 0 || name is "utf-7" or "hz-gb-2312" or "iso-2022-kr" or "iso-2022-cn")
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(EncodingLabels).Assembly.GetManifestResourceStream("Encodings.labels.tsv")
            ?? throw new InvalidOperationException("The list of labels is not embedded.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var label, var name])
                names.Add(label, name);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
