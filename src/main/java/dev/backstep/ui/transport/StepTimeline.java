package dev.backstep.ui.transport;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.ThemeColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The story as a line: forward, backward and update as coloured stretches, a tick a step. Click or
/// drag to go there.
public final class StepTimeline extends Region {

    /// Ticks nearer than this, in pixels, would run into each other and are left out.
    private static final double NEAREST_TICKS = 9;

    private static final double MARGIN = 10;
    private static final double HEIGHT = 52;
    private static final double LINE = 34;

    /// How far the name of a stretch stays from that of another.
    private static final double APART = 10;

    /// A page of steps is this share of the story.
    private static final int PAGES = 10;

    /// How high a line without names is, and how thick.
    private static final double THIN = 26;

    private static final double THICK = 4;

    private final boolean thin;
    private final Canvas canvas = new Canvas();
    private final IntConsumer go;
    private @Nullable Walkthrough story;
    private int step;
    private Theme theme = Theme.LIGHT;

    StepTimeline(IntConsumer go) {
        this(go, false);
    }

    /// A line without ticks and names, for what is seen from afar.
    public static StepTimeline thin(IntConsumer go) {
        return new StepTimeline(go, true);
    }

    private StepTimeline(IntConsumer go, boolean thin) {
        this.thin = thin;
        getChildren().add(canvas);
        double height = thin ? THIN : HEIGHT;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Texts.of("timeline"));
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        this.go = go;
        setOnMousePressed(this::choose);
        setOnMouseDragged(this::choose);
        setOnKeyPressed(this::key);
    }

    public void show(@Nullable Walkthrough walkthrough, int at, Theme colours) {
        story = walkthrough;
        step = at;
        theme = colours;
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
        draw();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, @Nullable Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) step + 1;
            case MIN_VALUE -> 1.0;
            case MAX_VALUE -> (double) Math.max(1, steps());
            case VALUE_STRING -> story == null ? "" : place(story);
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, @Nullable Object... parameters) {
        switch (action) {
            case INCREMENT, BLOCK_INCREMENT -> go.accept(step + 1);
            case DECREMENT, BLOCK_DECREMENT -> go.accept(step - 1);
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number to) {
                    go.accept(to.intValue() - 1);
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    private int steps() {
        return story == null ? 0 : story.size();
    }

    /// What the arrows along the line do is a command of the window; these are its own.
    private void key(KeyEvent e) {
        int page = Math.max(1, steps() / PAGES);
        switch (e.getCode()) {
            case UP -> go.accept(step + 1);
            case DOWN -> go.accept(step - 1);
            case PAGE_UP -> go.accept(step - page);
            case PAGE_DOWN -> go.accept(step + page);
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// `backward · 3 of 5`
    private String place(Walkthrough w) {
        return Stretch.all(w.story()).stream()
                .filter(s -> s.holds(step))
                .map(s -> s.place(step))
                .findFirst()
                .orElse("");
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void choose(MouseEvent e) {
        if (story != null) {
            go.accept(stepAt(e.getX(), story.size()));
        }
    }

    private int stepAt(double x, int steps) {
        double share = (x - MARGIN) / Math.max(1, getWidth() - 2 * MARGIN);
        return (int) Math.clamp(Math.round(share * (steps - 1)), 0, steps - 1);
    }

    private double x(int at, int steps) {
        return MARGIN + (getWidth() - 2 * MARGIN) * (steps == 1 ? 0.5 : (double) at / (steps - 1));
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        if (story == null) {
            return;
        }
        int steps = story.size();
        List<Stretch> stretches = Stretch.all(story.story());
        g.setLineWidth(THICK);
        line(g, MARGIN, getWidth() - MARGIN, color(ColorRole.LINE));
        for (Stretch stretch : stretches) {
            if (stretch.from() <= step) {
                double to = Math.min(x(step, steps), right(stretch, steps));
                line(g, left(stretch, steps), to, color(stretch.ink()));
            }
        }
        if (thin) {
            return;
        }
        boolean ticks = getWidth() / steps >= NEAREST_TICKS;
        for (Stretch stretch : stretches) {
            for (int i = stretch.from(); i < stretch.end() && ticks; i++) {
                dot(g, x(i, steps), 5, color(i > step ? ColorRole.LINE : stretch.ink()));
            }
            if (stretch.holds(step)) {
                dot(g, x(step, steps), 8, color(stretch.ink()));
            }
        }
        labels(g, stretches, steps);
    }

    /// Where a stretch begins: between its first step and the one before.
    private double left(Stretch stretch, int steps) {
        int from = stretch.from();
        return from == 0 ? MARGIN : (x(from - 1, steps) + x(from, steps)) / 2;
    }

    private double right(Stretch stretch, int steps) {
        int end = stretch.end();
        return end == steps ? getWidth() - MARGIN : (x(end - 1, steps) + x(end, steps)) / 2;
    }

    /// Names the stretches, the one under way first; another where it would not run into those.
    private void labels(GraphicsContext g, List<Stretch> stretches, int steps) {
        Font font = Font.font("Inter", 11.5);
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        List<double[]> taken = new ArrayList<>();
        Stream<Stretch> now = stretches.stream().filter(s -> s.holds(step));
        Stream<Stretch> others = stretches.stream().filter(s -> !s.holds(step));
        for (Stretch stretch : Stream.concat(now, others).toList()) {
            boolean active = stretch.holds(step);
            Text text = new Text(active ? stretch.place(step) : stretch.name());
            text.setFont(font);
            double half = text.getLayoutBounds().getWidth() / 2;
            double least = MARGIN / 2 + half;
            double middle = (left(stretch, steps) + right(stretch, steps)) / 2;
            double x = Math.clamp(middle, least, Math.max(least, getWidth() - least));
            if (taken.stream().noneMatch(t -> x - half < t[1] && x + half > t[0])) {
                g.setFill(color(active ? stretch.ink() : ColorRole.MUTED));
                g.fillText(text.getText(), x, 16);
                taken.add(new double[] {x - half - APART, x + half + APART});
            }
        }
    }

    private Color color(ColorRole ink) {
        return ThemeColors.color(theme, ink);
    }

    private void dot(GraphicsContext g, double x, double radius, Color fill) {
        g.setFill(color(ColorRole.PANEL));
        g.fillOval(x - radius - 2, LINE - radius - 2, 2 * radius + 4, 2 * radius + 4);
        g.setFill(fill);
        g.fillOval(x - radius, LINE - radius, 2 * radius, 2 * radius);
    }

    private void line(GraphicsContext g, double from, double to, Color color) {
        g.setStroke(color);
        double y = thin ? THIN / 2 : LINE;
        g.strokeLine(from, y, to, y);
    }
}
