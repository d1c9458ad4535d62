namespace Parley.Resolution.Actors;

/// <summary>What an <see cref="Actor"/> is; <c>data/actors/README.md</c> says when each applies.</summary>
public enum ActorKind
{
    /// <summary>A state.</summary>
    State,

    /// <summary>Acts as a state and is widely unrecognised, or governs itself within one.</summary>
    Territory,

    /// <summary>A ministry, parliament, court, agency or presidency.</summary>
    GovernmentBody,

    /// <summary>A state's army and its branches.</summary>
    ArmedForces,

    /// <summary>A state's intelligence or security service.</summary>
    IntelligenceService,

    /// <summary>Police and gendarmerie.</summary>
    Police,

    /// <summary>An armed group that no state commands.</summary>
    ArmedGroup,

    /// <summary>A party, movement or opposition body.</summary>
    PoliticalGroup,

    /// <summary>A coalition or front whose members stay themselves.</summary>
    Alliance,

    /// <summary>An organisation of states.</summary>
    InternationalOrganisation,

    /// <summary>An organ, agency or mission of an organisation of states.</summary>
    OrganisationBody,

    /// <summary>A mediation format, or a body that watches a truce.</summary>
    Format,

    /// <summary>A charity, church, think tank or other body of no state.</summary>
    NonGovernmental,

    /// <summary>A news agency, newspaper or broadcaster.</summary>
    Outlet,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A person.</summary>
    Person,
}
