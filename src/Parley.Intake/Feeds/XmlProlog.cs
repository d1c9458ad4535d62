namespace Parley.Intake.Feeds;

/// <summary>
/// What stands before the root element. It is cut off before parsing, so that no parser ever sees a document type:
/// a harmless one is no hindrance and a harmful one is found out.
/// </summary>
/// <param name="End">Where the root element starts; the text's length where there is none.</param>
/// <param name="DeclaresEntities">
/// Whether the document type declares general entities. Parameter entities, which old feeds use to name HTML's, do
/// nothing once cut off.
/// </param>
internal readonly record struct XmlProlog(int End, bool DeclaresEntities)
{
    public static XmlProlog Of(string text)
    {
        var declares = false;
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == '\uFEFF')
            {
                i++;
            }
            else if (At(text, i, "<?"))
            {
                i = After(text, i, "?>");
            }
            else if (At(text, i, "<!--"))
            {
                i = After(text, i, "-->");
            }
            else if (At(text, i, "<!"))
            {
                var end = EndOfDocumentType(text, i);
                declares |= HasGeneralEntity(text.AsSpan(i, end - i));
                i = end;
            }
            else
            {
                break;
            }
        }

        return new XmlProlog(i, declares);
    }

    private static int EndOfDocumentType(string text, int i)
    {
        var inSubset = false;
        for (; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    i = text.IndexOf(text[i], i + 1);
                    if (i < 0)
                        return text.Length;
                    break;
                case '<' when At(text, i, "<!--"):
                    i = After(text, i, "-->") - 1;
                    break;
                case '[':
                    inSubset = true;
                    break;
                case ']':
                    inSubset = false;
                    break;
                case '>' when !inSubset:
                    return i + 1;
            }
        }

        return text.Length;
    }

    private static bool HasGeneralEntity(ReadOnlySpan<char> documentType)
    {
        const string Declaration = "<!ENTITY";
        for (int at; (at = documentType.IndexOf(Declaration, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            documentType = documentType[(at + Declaration.Length)..].TrimStart();
            if (!documentType.StartsWith('%'))
                return true;
        }

        return false;
    }

    private static bool At(string text, int i, string what) => string.CompareOrdinal(text, i, what, 0, what.Length) == 0;

    private static int After(string text, int i, string what)
    {
        var found = text.IndexOf(what, i, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + what.Length;
    }
}
