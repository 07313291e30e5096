using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>Marks the lines that differ by dividing the edit graph at a point of a shortest path, in memory linear to the number of lines.</summary>
internal sealed class MyersBisection
{
    private readonly DiffSide _old;
    private readonly DiffSide _new;
    private readonly MiddlePoint _middle;

    public MyersBisection(DiffSide oldSide, DiffSide newSide)
    {
        _old = oldSide;
        _new = newSide;
        _middle = new MiddlePoint(oldSide.KeptClasses, newSide.KeptClasses);
    }

    public void Run()
    {
        var boxes = new Stack<(Box Box, bool Minimal)>();
        boxes.Push((new Box(0, _old.Kept.Length, 0, _new.Kept.Length), false));
        while (boxes.TryPop(out (Box Box, bool Minimal) next))
        {
            Box box = Shrink(next.Box);
            if (box.OldStart == box.OldEnd)
                MarkAll(_new, box.NewStart, box.NewEnd);
            else if (box.NewStart == box.NewEnd)
                MarkAll(_old, box.OldStart, box.OldEnd);
            else
            {
                Division at = _middle.Find(box, next.Minimal);
                boxes.Push((box with { OldStart = at.Old, NewStart = at.New }, at.MinimalAfter));
                boxes.Push((box with { OldEnd = at.Old, NewEnd = at.New }, at.MinimalBefore));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Box Shrink(Box box)
    {
        (int oldStart, int oldEnd, int newStart, int newEnd) = box;
        while (oldStart < oldEnd && newStart < newEnd && _old.KeptClasses[oldStart] == _new.KeptClasses[newStart])
        {
            oldStart++;
            newStart++;
        }

        while (oldStart < oldEnd && newStart < newEnd && _old.KeptClasses[oldEnd - 1] == _new.KeptClasses[newEnd - 1])
        {
            oldEnd--;
            newEnd--;
        }

        return new Box(oldStart, oldEnd, newStart, newEnd);
    }

    private static void MarkAll(DiffSide side, int start, int end)
    {
        for (int i = start; i < end; i++)
            side.Mark(side.Kept[i], changed: true);
    }
}

/// <summary>A rectangle of the edit graph; ends are exclusive.</summary>
internal readonly record struct Box(int OldStart, int OldEnd, int NewStart, int NewEnd);

/// <summary>A point at which a box is divided, and whether each part must be solved minimally.</summary>
internal readonly record struct Division(int Old, int New, bool MinimalBefore, bool MinimalAfter);
