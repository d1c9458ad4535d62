using Parley.Language.Models;

namespace Parley.Findings.Scheduled;

/// <summary>
/// The trained decision whether a time is that of something still to come: a logistic regression. <c>models/en/scheduled.md</c> tells what it was
/// trained on.
/// </summary>
/// <param name="Comes">Whether it is.</param>
internal sealed record ScheduledModel(LinearWeights Comes)
{
    /// <summary>The model built in.</summary>
    public static ScheduledModel BuiltIn => field ??= Read(Model.Get("scheduled"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static ScheduledModel Read(Model model) => new(LinearWeights.Read(model, "comes"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model) => Comes.Write(model, "comes");
}
