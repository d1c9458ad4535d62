using Parley.Language.Models;

namespace Parley.Resolution.Affiliations;

/// <summary>
/// The trained choice of whom a mention speaks for: one weight a hashed feature. <c>models/en/affiliations.md</c> tells what it was trained on.
/// </summary>
/// <param name="Choice">Scores a candidate; the highest is chosen.</param>
internal sealed record AffiliationModel(LinearWeights Choice)
{
    /// <summary>The model built in.</summary>
    public static AffiliationModel BuiltIn => field ??= Read(Model.Get("affiliations"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static AffiliationModel Read(Model model) => new(LinearWeights.Read(model, "choice"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model) => Choice.Write(model, "choice");
}
