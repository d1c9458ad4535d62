namespace Parley.Language.Quotations;

/// <summary>Marks that pair with one another.</summary>
internal enum MarkFamily : byte
{
    /// <summary><c>“ ” „ ‟ "</c>, and two single marks for one.</summary>
    Double,

    /// <summary><c>‘ ’ ‚ ‛ '</c>, which may be apostrophes.</summary>
    Single,

    /// <summary><c>« »</c>.</summary>
    Guillemet,

    /// <summary><c>‹ ›</c>.</summary>
    Angle,
}

/// <summary>A character, or two, that may be a quotation mark.</summary>
internal struct QuotationMark
{
    /// <summary>No other mark.</summary>
    public const int None = -1;

    /// <summary>Offsets into the text.</summary>
    public int Start, End;

    /// <summary>What it is drawn as; <c>"</c> for all straight double marks.</summary>
    public char Glyph;

    public MarkFamily Family;

    /// <summary>Whether what stands before and behind it lets it open or close.</summary>
    public bool MayOpen, MayClose;

    /// <summary>Where the first character after it is that is neither space nor a mark; the text's length where there is none.</summary>
    public int Content;

    /// <summary>Of a single mark that is no apostrophe, the mark that closes or opens it, as an index into its paragraph's marks.</summary>
    public int Partner;
}
