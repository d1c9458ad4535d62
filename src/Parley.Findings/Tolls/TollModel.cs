using Parley.Language.Models;

namespace Parley.Findings.Tolls;

/// <summary>
/// The trained decisions on tolls: what befell those whom a count tells of, or that it tells of nobody harmed; and to whom they belong.
/// <c>models/en/tolls.md</c> tells what they were trained on.
/// </summary>
/// <param name="Outcome">A class each: nothing, then those of <see cref="Reports.Findings.TollOutcome"/> in their order.</param>
/// <param name="Victims">Scores a side, or nobody; the highest is chosen.</param>
internal sealed record TollModel(LinearWeights Outcome, LinearWeights Victims)
{
    /// <summary>How many classes an outcome has.</summary>
    public const int Outcomes = 8;

    /// <summary>The model built in.</summary>
    public static TollModel BuiltIn => field ??= Read(Model.Get("tolls"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static TollModel Read(Model model) => new(LinearWeights.Read(model, "outcome"), LinearWeights.Read(model, "victims"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model)
    {
        Outcome.Write(model, "outcome");
        Victims.Write(model, "victims");
    }
}
