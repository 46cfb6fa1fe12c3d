package dev.backstep.ui.train;

import dev.backstep.lang.PointsText;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.Plane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Typed points while the pointer edits them: which are selected, and what a gesture would make of
/// them. Only the end of a gesture gives other points.
final class PointsDraft {

    /// A pointer that moves less than this clicks.
    private static final double CLICK = 4;

    /// How near to a point the pointer must be.
    private static final double NEAR = 9;

    private enum Gesture {
        NONE,
        CLICK,
        MOVE,
        LASSO
    }

    private PointsText points;
    private Plane plane;
    private Box map;
    private Set<Integer> selected = new HashSet<>();
    private double label;
    private Gesture gesture = Gesture.NONE;
    private int held = -1;
    private Set<Integer> moved = Set.of();
    private Point from = new Point(0, 0);
    private Point to = new Point(0, 0);
    private final List<Point> lasso = new ArrayList<>();

    PointsDraft(PointsText points, Plane plane, Box map) {
        this.points = points;
        this.plane = plane;
        this.map = map;
    }

    /// Follows the text, and the picture of it; a gesture that has begun goes on.
    void follow(PointsText now, Plane over, Box in) {
        boolean fewer = now.points().size() < points.points().size();
        if (!now.equals(points)) {
            gesture = Gesture.NONE;
            lasso.clear();
        }
        if (fewer) {
            selected.clear();
        }
        points = now;
        map = in;
        if (gesture == Gesture.NONE) {
            plane = over;
        }
    }

    PointsText points() {
        return points;
    }

    Set<Integer> selected() {
        return Set.copyOf(selected);
    }

    /// The label of what is added next.
    double label() {
        return label;
    }

    List<Point> lasso() {
        return List.copyOf(lasso);
    }

    /// Where the selected points are, in the plane.
    List<Point> selectedPlaces() {
        List<PointsText.LabelledPoint> all = drawn().points();
        return selected.stream().map(k -> new Point(all.get(k).x1(), all.get(k).x2())).toList();
    }

    /// The point near a place; -1 if none is.
    int at(Point place) {
        return IntStream.range(0, points.points().size())
                .filter(k -> distance(k, place) <= NEAR)
                .boxed()
                .min(Comparator.comparingDouble(k -> distance(k, place)))
                .orElse(-1);
    }

    private double distance(int k, Point place) {
        return away(place(k), place);
    }

    private Point place(int k) {
        PointsText.LabelledPoint p = points.points().get(k);
        return plane.in(map, p.x1(), p.x2());
    }

    private static double away(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /// @param selects whether the pointer draws a lasso, or adds one point to those selected
    void press(Point at, boolean selects) {
        held = at(at);
        from = at;
        to = at;
        lasso.clear();
        gesture = map.contains(at) || held >= 0 ? Gesture.CLICK : Gesture.NONE;
        if (selects && gesture == Gesture.CLICK) {
            gesture = Gesture.LASSO;
            lasso.add(at);
        }
    }

    void drag(Point at) {
        to = at;
        if (gesture == Gesture.LASSO) {
            lasso.add(at);
        } else if (gesture == Gesture.CLICK && held >= 0 && away(from, at) >= CLICK) {
            gesture = Gesture.MOVE;
            moved = selected.contains(held) ? Set.copyOf(selected) : Set.of(held);
            selected.retainAll(moved);
        }
    }

    /// Ends a gesture; gives other points if it makes some.
    Optional<PointsText> release() {
        Gesture ended = gesture;
        PointsText made = drawn();
        boolean click = away(from, to) < CLICK;
        gesture = Gesture.NONE;
        switch (ended) {
            case LASSO -> select(click);
            case CLICK -> {
                if (held >= 0) {
                    selected = new HashSet<>(Set.of(held));
                } else if (click && points.points().size() < PointsText.MOST) {
                    selected.clear();
                    return Optional.of(added());
                }
            }
            case MOVE, NONE -> {}
        }
        return ended == Gesture.MOVE ? Optional.of(made) : Optional.empty();
    }

    private PointsText added() {
        Point at = plane.out(map, from);
        return points.with(new PointsText.LabelledPoint(at.x(), at.y(), label));
    }

    private void select(boolean click) {
        if (click) {
            if (held >= 0 && !selected.remove(held)) {
                selected.add(held);
            }
        } else {
            selected = new HashSet<>();
            IntStream.range(0, points.points().size())
                    .filter(k -> isInLasso(place(k)))
                    .forEach(selected::add);
        }
        lasso.clear();
    }

    /// Whether a ray to the right crosses the closed lasso an odd number of times.
    private boolean isInLasso(Point p) {
        boolean inside = false;
        Point a = lasso.getLast();
        for (Point b : lasso) {
            boolean crosses = a.y() > p.y() != b.y() > p.y();
            if (crosses && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x())) {
                inside = !inside;
            }
            a = b;
        }
        return inside;
    }

    /// The points without those selected, of which one stays: a data set has a sample.
    Optional<PointsText> delete() {
        PointsText left = points.without(selected);
        if (selected.isEmpty() || left.points().isEmpty()) {
            return Optional.empty();
        }
        selected.clear();
        return Optional.of(left);
    }

    /// Selects nothing, and breaks a gesture off; says whether there was anything to do.
    boolean deselect() {
        boolean any = !selected.isEmpty() || gesture != Gesture.NONE;
        selected.clear();
        lasso.clear();
        gesture = Gesture.NONE;
        return any;
    }

    /// Takes another label for what is added next, and for the selected points.
    Optional<PointsText> choose(double chosen) {
        label = chosen;
        return selected.isEmpty()
                ? Optional.empty()
                : Optional.of(points.labelled(selected, chosen)).filter(p -> !p.equals(points));
    }

    /// The points as they would be if the gesture ended now.
    PointsText drawn() {
        if (gesture != Gesture.MOVE) {
            return points;
        }
        Point before = plane.out(map, from);
        Point now = plane.out(map, inMap(to));
        PointsText changed = points;
        for (int k : moved) {
            PointsText.LabelledPoint p = points.points().get(k);
            changed =
                    changed.moved(k, p.x1() + now.x() - before.x(), p.x2() + now.y() - before.y());
        }
        return changed;
    }

    private Point inMap(Point p) {
        return new Point(
                Math.clamp(p.x(), map.x(), map.right()), Math.clamp(p.y(), map.y(), map.bottom()));
    }

    /// A picture with the points as they are now, if it is of others.
    BoundaryPicture on(BoundaryPicture picture) {
        List<Sample> now =
                drawn().points().stream()
                        .map(p -> new Sample(p.x1(), p.x2(), p.label(), false, false, false))
                        .toList();
        return places(now).equals(places(picture.samples()))
                ? picture
                : new BoundaryPicture(
                        plane, picture.field(), now, picture.classes(), picture.words());
    }

    private static List<List<Double>> places(List<Sample> samples) {
        return samples.stream()
                .map(s -> List.of(s.x(), s.y(), s.label()))
                .sorted(
                        Comparator.comparing((List<Double> s) -> s.get(0))
                                .thenComparing(s -> s.get(1))
                                .thenComparing(s -> s.get(2)))
                .toList();
    }
}
