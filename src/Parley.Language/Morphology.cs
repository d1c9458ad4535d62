namespace Parley.Language;

/// <summary>
/// A token's morphological features as in Universal Dependencies: <c>Mood=Ind|Tense=Past|VerbForm=Fin</c>. One object serves
/// all tokens with the same features.
/// </summary>
public sealed class Morphology
{
    private readonly KeyValuePair<string, string>[] _features;

    /// <summary>Reads features as CoNLL-U writes them; <c>_</c> and nothing stand for none.</summary>
    /// <exception cref="FormatException">A feature lacks its <c>=</c>.</exception>
    public Morphology(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text is "_" ? "" : text;
        _features =
        [
            .. Text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(static feature =>
                feature.Split('=', 2) is [var name, var value]
                    ? KeyValuePair.Create(name, value)
                    : throw new FormatException($"\"{feature}\" is no feature: it lacks a value.")),
        ];
    }

    /// <summary>No features.</summary>
    public static Morphology None { get; } = new("");

    /// <summary>The features as CoNLL-U writes them; empty where there are none.</summary>
    public string Text { get; }

    /// <summary>The value of <paramref name="feature"/>; null where the token does not have it.</summary>
    public string? this[string feature]
    {
        get
        {
            foreach (var (name, value) in _features)
            {
                if (name == feature)
                    return value;
            }

            return null;
        }
    }

    /// <summary>Whether <paramref name="feature"/> has this <paramref name="value"/>: <c>Has("Tense", "Past")</c>.</summary>
    public bool Has(string feature, string value) => this[feature] == value;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
