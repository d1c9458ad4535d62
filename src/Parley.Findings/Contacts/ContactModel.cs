using Parley.Language.Models;

namespace Parley.Findings.Contacts;

/// <summary>
/// The trained decisions on contacts: whether two sides that a sentence names were, were not or will be in touch, and how.
/// <c>models/en/contacts.md</c> tells what they were trained on.
/// </summary>
/// <param name="Status">A class each: see <see cref="ContactStatus"/>.</param>
/// <param name="Means">A class each, those of <see cref="Reports.Findings.ContactMeans"/> in their order.</param>
internal sealed record ContactModel(LinearWeights Status, LinearWeights Means)
{
    /// <summary>How many classes there are.</summary>
    public const int Statuses = 4, AllMeans = 6;

    /// <summary>The model built in.</summary>
    public static ContactModel BuiltIn => field ??= Read(Model.Get("contacts"));

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It lacks a section.</exception>
    public static ContactModel Read(Model model) => new(LinearWeights.Read(model, "status"), LinearWeights.Read(model, "means"));

    /// <summary>Writes it into <paramref name="model"/>.</summary>
    public void Write(Model model)
    {
        Status.Write(model, "status");
        Means.Write(model, "means");
    }
}

/// <summary>What a sentence tells of two sides' being in touch.</summary>
internal enum ContactStatus
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>They were.</summary>
    Happened,

    /// <summary>They were not.</summary>
    Denied,

    /// <summary>They are to be.</summary>
    Planned,
}
