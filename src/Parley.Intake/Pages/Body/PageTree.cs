using AngleSharp.Dom;

namespace Parley.Intake.Pages.Body;

/// <summary>An element of a page, in document order.</summary>
/// <param name="Element">The element.</param>
/// <param name="Parent">The place of the one that holds it; -1 for the root.</param>
/// <param name="Depth">How many elements it is in.</param>
internal readonly record struct TreeNode(IElement Element, int Parent, int Depth);

/// <summary>
/// A page laid out flat: its elements in document order and the blocks of text between its breaks. What an element
/// holds is a range of either list, so sums over any element are two look-ups and nothing walks by recursion.
/// </summary>
internal sealed class PageTree
{
    private readonly int[] _nodeEnd;
    private readonly int[] _firstBlock;
    private readonly int[] _blockEnd;

    private PageTree(List<TreeNode> nodes, List<Block> blocks, int[] nodeEnd, int[] firstBlock, int[] blockEnd)
    {
        Nodes = nodes;
        Blocks = blocks;
        _nodeEnd = nodeEnd;
        _firstBlock = firstBlock;
        _blockEnd = blockEnd;
    }

    /// <summary>The elements that can hold text, in document order; the root first.</summary>
    public IReadOnlyList<TreeNode> Nodes { get; }

    /// <summary>The blocks of text in document order.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The place after the last node within <paramref name="node"/>.</summary>
    public int NodeEnd(int node) => _nodeEnd[node];

    /// <summary>The place of the first block within <paramref name="node"/>.</summary>
    public int FirstBlock(int node) => _firstBlock[node];

    /// <summary>The place after the last block within <paramref name="node"/>.</summary>
    public int BlockEnd(int node) => _blockEnd[node];

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or in it.</summary>
    public bool Holds(int outer, int inner) => outer <= inner && inner < _nodeEnd[outer];

    private static bool IsUnseen(IElement element) => Markup.IsTextless(element.LocalName)
        || (element.LocalName == "span" && NameHints.SayOutOfLine(element));

    /// <summary>Lays out <paramref name="root"/> and what it holds.</summary>
    public static PageTree Of(IElement root)
    {
        var nodes = new List<TreeNode>();
        var nodeEnd = new List<int>();
        var firstBlock = new List<int>();
        var blockEnd = new List<int>();
        var flow = new BlockFlow(nodes);
        var open = new Stack<(INodeList Children, int Next, int Node)>();
        Enter(root, -1);
        while (open.TryPop(out var top))
        {
            if (top.Next == top.Children.Length)
            {
                flow.Leave(nodes[top.Node].Element, top.Node);
                nodeEnd[top.Node] = nodes.Count;
                blockEnd[top.Node] = flow.Blocks.Count;
                continue;
            }

            // By place, not by NextSibling, which the parser's tree finds by a search.
            open.Push(top with { Next = top.Next + 1 });
            switch (top.Children[top.Next])
            {
                case IText text:
                    flow.Add(text.Data);
                    break;
                case IElement element when !IsUnseen(element):
                    Enter(element, top.Node);
                    break;
            }
        }

        return new PageTree(nodes, flow.Blocks, [.. nodeEnd], [.. firstBlock], [.. blockEnd]);

        void Enter(IElement element, int parent)
        {
            flow.Enter(element, parent);
            open.Push((element.ChildNodes, 0, nodes.Count));
            nodes.Add(new TreeNode(element, parent, parent < 0 ? 0 : nodes[parent].Depth + 1));
            nodeEnd.Add(0);
            firstBlock.Add(flow.Blocks.Count);
            blockEnd.Add(0);
        }
    }
}
