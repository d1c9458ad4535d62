using Parley.Language.Models;

namespace Parley.Resolution.Conflicts;

/// <summary>
/// The trained decisions on who fights and who mediates: logistic regressions over hashed features. <c>models/en/conflicts.md</c> tells what
/// they were trained on.
/// </summary>
/// <param name="Armed">Whether a document tells of fighting, not of what borrows its words.</param>
/// <param name="Party">Whether a participant is a party.</param>
/// <param name="Mediator">Whether it mediates.</param>
internal sealed record ConflictModel(LinearWeights Armed, LinearWeights Party, LinearWeights Mediator)
{
    /// <summary>The model built in.</summary>
    public static ConflictModel BuiltIn => field ??= Read(Model.Get("conflicts"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static ConflictModel Read(Model model) => new(LinearWeights.Read(model, "armed"), LinearWeights.Read(model, "party"), LinearWeights.Read(model, "mediator"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model)
    {
        Armed.Write(model, "armed");
        Party.Write(model, "party");
        Mediator.Write(model, "mediator");
    }
}
