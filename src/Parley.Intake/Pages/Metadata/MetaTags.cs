using AngleSharp.Dom;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Metadata;

/// <summary>The <c>meta</c> elements of a page, by the fields they tell of (see <c>Data/meta-names.tsv</c>).</summary>
internal sealed class MetaTags
{
    private static readonly ImmutableArray<(string Name, string Field)> s_names =
        [.. WordList.Load(typeof(MetaTags).Assembly, "Pages.meta-names.tsv").Select(row => (row[0], row[1]))];

    private readonly Dictionary<string, List<string>> _contents = new(StringComparer.Ordinal);

    /// <summary>Reads <paramref name="metas"/>, the elements in order.</summary>
    public MetaTags(IEnumerable<IElement> metas)
    {
        foreach (var meta in metas)
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name")
                ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            var content = meta.GetAttribute("content")?.Trim();
            if (name is null || string.IsNullOrEmpty(content))
                continue;
            var key = name.Trim().ToLowerInvariant();
            if (!_contents.TryGetValue(key, out var list))
                _contents.Add(key, list = []);
            list.Add(content);
        }
    }

    /// <summary>What the page says of <paramref name="field"/>, the best source first; each source with all its values.</summary>
    public IEnumerable<IReadOnlyList<string>> Of(string field)
    {
        foreach (var (name, of) in s_names)
        {
            if (of == field && _contents.TryGetValue(name, out var list))
                yield return list;
        }
    }

    /// <summary>The best source's first value; null where there is none.</summary>
    public string? First(string field) => Of(field).FirstOrDefault()?[0];
}
