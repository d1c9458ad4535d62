using AngleSharp.Dom;

namespace Parley.Intake.Pages.Metadata;

/// <summary>The elements of a page that tell of its article, gathered in one walk.</summary>
internal sealed class PageMarks
{
    private static readonly ImmutableArray<string> s_properties = ["author", "datePublished", "dateModified"];

    private readonly Dictionary<string, List<IElement>> _byProperty = [];

    /// <summary>Walks <paramref name="document"/>.</summary>
    public PageMarks(IDocument document)
    {
        foreach (var element in document.All)
        {
            switch (element.LocalName)
            {
                case "meta":
                    Metas.Add(element);
                    break;
                case "h1":
                    Headlines.Add(element);
                    break;
                case "h2" or "h3":
                    Subheadings.Add(element);
                    break;
                case "time":
                    Times.Add(element);
                    break;
                case "base" when Base is null:
                    Base = element.GetAttribute("href");
                    break;
                case "link" when Canonical is null && Has(element, "rel", "canonical"):
                    Canonical = element.GetAttribute("href");
                    break;
                case "a" when Has(element, "rel", "author"):
                    AuthorLinks.Add(element);
                    break;
            }

            if (!element.HasAttribute("itemprop"))
                continue;
            foreach (var property in s_properties)
            {
                if (Has(element, "itemprop", property))
                    Marked(property).Add(element);
            }
        }
    }

    /// <summary>The <c>meta</c> elements.</summary>
    public List<IElement> Metas { get; } = [];

    /// <summary>The <c>h1</c> elements.</summary>
    public List<IElement> Headlines { get; } = [];

    /// <summary>The <c>h2</c> and <c>h3</c> elements.</summary>
    public List<IElement> Subheadings { get; } = [];

    /// <summary>The <c>time</c> elements.</summary>
    public List<IElement> Times { get; } = [];

    /// <summary>The links to authors' pages.</summary>
    public List<IElement> AuthorLinks { get; } = [];

    /// <summary>The first <c>base</c> element's address.</summary>
    public string? Base { get; }

    /// <summary>The first canonical link's address.</summary>
    public string? Canonical { get; }

    /// <summary>The elements that bear <paramref name="property"/>: <c>author</c>, <c>datePublished</c> or <c>dateModified</c>.</summary>
    public List<IElement> Marked(string property)
    {
        if (!_byProperty.TryGetValue(property, out var list))
            _byProperty.Add(property, list = []);
        return list;
    }

    private static bool Has(IElement element, string attribute, string word)
    {
        var value = element.GetAttribute(attribute);
        return value is not null && (value == word || value.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase));
    }
}
