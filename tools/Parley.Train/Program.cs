using System.CommandLine;
using Parley.Train.Affiliations;
using Parley.Train.Conflicts;
using Parley.Train.Contacts;
using Parley.Train.Coreference;
using Parley.Train.Lemmas;
using Parley.Train.Names;
using Parley.Train.Positions;
using Parley.Train.Scheduled;
using Parley.Train.Segmentation;
using Parley.Train.Statements;
using Parley.Train.Syntax;
using Parley.Train.Tolls;

// Trains the models of models/en from open treebanks; each verb makes one of them, the same bytes every time.
var root = new RootCommand("Trains Parley's language models. Training data is not part of the repository: say where it is with --data.")
{
    LemmasCommand.Build(),
    NamesVerbs.Corpus(),
    NamesVerbs.Compile(),
    NamesVerbs.Train(),
    NamesVerbs.Score(),
    NameTiming.Build(),
    NamesVerbs.ShowNames(),
    SyntaxCommand.Build(),
    SegmenterCommand.Build(),
    CoreferenceVerbs.Train(),
    CoreferenceVerbs.Score(),
    StatementsVerbs.Train(),
    StatementsVerbs.Score(),
    ConflictsVerbs.Train(),
    ConflictsVerbs.Score(),
    AffiliationsVerbs.Train(),
    AffiliationsVerbs.Score(),
    TollsVerbs.Train(),
    ScheduledVerbs.Train(),
    ContactsVerbs.Train(),
    PositionsVerbs.Train(),
};
return root.Parse(args).Invoke();
