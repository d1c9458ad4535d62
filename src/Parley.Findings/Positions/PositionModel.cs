using Parley.Language.Models;

namespace Parley.Findings.Positions;

/// <summary>
/// The trained decision on what a word for a party tells of where that party stands on a halt. <c>models/en/positions.md</c> tells what it was trained on.
/// </summary>
/// <param name="Stance">A class each: nothing, then those of <see cref="Reports.Findings.Stance"/> in their order.</param>
internal sealed record PositionModel(LinearWeights Stance)
{
    /// <summary>How many classes there are.</summary>
    public const int Stances = 8;

    /// <summary>The model built in.</summary>
    public static PositionModel BuiltIn => field ??= Read(Model.Get("positions"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static PositionModel Read(Model model) => new(LinearWeights.Read(model, "stance"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model) => Stance.Write(model, "stance");
}
