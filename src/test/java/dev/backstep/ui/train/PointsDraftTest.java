package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.PointsText;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.Plane;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The plane from −1 to 1 lies on 200 pixels each way: (x1, x2) is at (100 + 100·x1, 100 − 100·x2).
class PointsDraftTest {

    private static final Plane PLANE = new Plane(-1, 1, -1, 1, "", "");
    private static final Box MAP = new Box(0, 0, 200, 200);

    private final PointsText points =
            new PointsText(List.of(), 0)
                    .with(new PointsText.LabelledPoint(0, 0, 0))
                    .with(new PointsText.LabelledPoint(0.5, 0.5, 1))
                    .with(new PointsText.LabelledPoint(-0.5, -0.5, 1));
    private final PointsDraft draft = new PointsDraft(points, PLANE, MAP);

    private Optional<PointsText> gesture(boolean selects, Point... along) {
        draft.press(along[0], selects);
        for (Point p : along) {
            draft.drag(p);
        }
        return draft.release();
    }

    @Test
    void a_click_on_empty_map_adds_a_point_of_the_chosen_class() {
        draft.choose(1);
        PointsText made = gesture(false, new Point(180, 40), new Point(181, 40)).orElseThrow();
        assertEquals(new PointsText.LabelledPoint(0.8, 0.6, 1), made.points().getLast());
        assertEquals(4, made.points().size());
    }

    @Test
    void a_click_beside_the_map_or_a_stroke_over_it_adds_none() {
        assertTrue(gesture(false, new Point(230, 40)).isEmpty());
        assertTrue(gesture(false, new Point(20, 40), new Point(60, 40)).isEmpty());
    }

    @Test
    void a_drag_moves_a_point_and_no_further_than_the_map() {
        PointsText made = gesture(false, new Point(102, 98), new Point(122, 78)).orElseThrow();
        assertEquals(new PointsText.LabelledPoint(0.2, 0.2, 0), made.points().getFirst());
        assertEquals(Set.of(), draft.selected());
        PointsText far = gesture(false, new Point(100, 100), new Point(900, 100)).orElseThrow();
        assertEquals(new PointsText.LabelledPoint(1, 0, 0), far.points().getFirst());
    }

    @Test
    void a_lasso_selects_what_lies_in_it_and_delete_removes_that() {
        select();
        assertEquals(Set.of(0, 1), draft.selected());
        PointsText left = draft.delete().orElseThrow();
        assertEquals(List.of(points.points().get(2)), left.points());
        assertEquals(Set.of(), draft.selected());
    }

    private void select() {
        Point[] around = {
            new Point(80, 20), new Point(180, 20), new Point(180, 120), new Point(80, 120)
        };
        assertTrue(gesture(true, around).isEmpty());
    }

    @Test
    void one_of_the_selected_drags_all_of_them() {
        select();
        PointsText made = gesture(false, new Point(100, 100), new Point(110, 100)).orElseThrow();
        assertEquals(0.1, made.points().get(0).x1());
        assertEquals(0.6, made.points().get(1).x1());
        assertEquals(-0.5, made.points().get(2).x1());
    }

    @Test
    void escape_lets_go_of_a_selection_and_breaks_a_drag_off() {
        select();
        assertTrue(draft.deselect());
        assertFalse(draft.deselect());
        draft.press(new Point(100, 100), false);
        draft.drag(new Point(150, 100));
        assertTrue(draft.deselect());
        assertTrue(draft.release().isEmpty());
    }

    @Test
    void the_last_points_are_not_deleted() {
        gesture(true, new Point(1, 1), new Point(199, 1), new Point(199, 199), new Point(1, 199));
        assertEquals(3, draft.selected().size());
        assertTrue(draft.delete().isEmpty());
    }

    @Test
    void another_label_goes_to_the_selected_points() {
        gesture(false, new Point(100, 100));
        assertEquals(Set.of(0), draft.selected());
        assertEquals(2, draft.choose(2).orElseThrow().points().getFirst().label());
        assertEquals(3, draft.choose(2).orElseThrow().classes());
    }

    @Test
    void a_text_with_fewer_points_selects_none() {
        select();
        draft.follow(points.without(List.of(2)), PLANE, MAP);
        assertEquals(Set.of(), draft.selected());
    }

    @Test
    void a_picture_of_the_same_points_stays_another_shows_those_of_the_text() {
        BoundaryPicture same = picture(points);
        assertSame(same, draft.on(same));
        BoundaryPicture older = picture(points.without(List.of(0)));
        assertEquals(3, draft.on(older).samples().size());
    }

    private static BoundaryPicture picture(PointsText of) {
        List<Sample> samples =
                of.points().reversed().stream()
                        .map(p -> new Sample(p.x1(), p.x2(), p.label(), true, false, true))
                        .toList();
        return new BoundaryPicture(
                PLANE,
                new BoundaryPicture.NoField(),
                samples,
                List.of(),
                BoundaryPicture.Words.NONE);
    }
}
