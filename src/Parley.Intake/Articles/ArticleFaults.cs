using Parley.Reports;

namespace Parley.Intake.Articles;

/// <summary>Faults of NewsArticle JSON and collections of it (PAR120x).</summary>
public static class ArticleFaults
{
    /// <summary>Not JSON, or JSON nested beyond <see cref="IntakeLimits.JsonDepth"/>.</summary>
    public static readonly FaultCode BadJson = new("PAR1201",
        "The JSON could not be read.", "Check it with a JSON validator; each article is one object in UTF-8.");

    /// <summary>JSON, but no object: a number, a string, a list.</summary>
    public static readonly FaultCode NotAnObject = new("PAR1202",
        "An article is a JSON object, and this is none.", "Give one object an article, one a line in JSON Lines.");

    /// <summary>An object without the text of an article.</summary>
    public static readonly FaultCode NoBody = new("PAR1203",
        "The object has no articleBody.", "Put the article's text into articleBody, paragraphs parted by blank lines.");

    /// <summary>One line or item larger than <see cref="IntakeLimits.DocumentBytes"/>.</summary>
    public static readonly FaultCode ItemTooLarge = new("PAR1204",
        "One article of the collection is larger than a news report can be.",
        "It was passed over and the rest read; check that each article stands on a line of its own.");

    /// <summary>A list that ends before its closing bracket.</summary>
    public static readonly FaultCode TruncatedList = new("PAR1205",
        "The list of articles breaks off.", "What came before was read; fetch or write the file again.");

    /// <summary>Something between the items of a list that does not belong there.</summary>
    public static readonly FaultCode BadList = new("PAR1206",
        "The list of articles is not well formed.", "What came before was read; check it with a JSON validator.");
}
