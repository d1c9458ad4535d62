namespace Parley.Language;

/// <summary>The parts of speech of Universal Dependencies (universaldependencies.org/u/pos), under their names there.</summary>
public enum UniversalTag : byte
{
    /// <summary>Other: foreign words, noise; also what no tagger has seen.</summary>
    X,

    /// <summary>Adjective.</summary>
    Adj,

    /// <summary>Adposition: prepositions, and the <c>'s</c> of possession is a <see cref="Part"/>.</summary>
    Adp,

    /// <summary>Adverb.</summary>
    Adv,

    /// <summary>Auxiliary, copulas among them.</summary>
    Aux,

    /// <summary>Coordinating conjunction.</summary>
    Cconj,

    /// <summary>Determiner.</summary>
    Det,

    /// <summary>Interjection.</summary>
    Intj,

    /// <summary>Noun.</summary>
    Noun,

    /// <summary>Numeral.</summary>
    Num,

    /// <summary>Particle: <c>not</c>, infinitive <c>to</c>, possessive <c>'s</c>.</summary>
    Part,

    /// <summary>Pronoun.</summary>
    Pron,

    /// <summary>Proper noun.</summary>
    Propn,

    /// <summary>Punctuation.</summary>
    Punct,

    /// <summary>Subordinating conjunction.</summary>
    Sconj,

    /// <summary>Symbol.</summary>
    Sym,

    /// <summary>Verb.</summary>
    Verb,
}
