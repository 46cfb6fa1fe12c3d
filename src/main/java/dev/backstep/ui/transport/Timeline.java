package dev.backstep.ui.transport;

import dev.backstep.explain.Walkthrough;
import dev.backstep.paint.Ink;
import dev.backstep.paint.Theme;
import dev.backstep.ui.Texts;
import dev.backstep.ui.Tokens;
import java.util.function.IntConsumer;
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
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The story as a line: forward and backward as two coloured stretches, a tick a step. Click or
/// drag to go there.
final class Timeline extends Region {

    /// Ticks nearer than this, in pixels, would run into each other and are left out.
    private static final double NEAREST_TICKS = 9;

    private static final double MARGIN = 10;
    private static final double HEIGHT = 52;
    private static final double LINE = 34;

    /// A page of steps is this share of the story.
    private static final int PAGES = 10;

    private final Canvas canvas = new Canvas();
    private final IntConsumer go;
    private @Nullable Walkthrough story;
    private int step;
    private Theme theme = Theme.LIGHT;

    Timeline(IntConsumer go) {
        getChildren().add(canvas);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Texts.of("timeline"));
        getStyleClass().add("timeline");
        setFocusTraversable(true);
        this.go = go;
        setOnMousePressed(this::choose);
        setOnMouseDragged(this::choose);
        setOnKeyPressed(this::key);
    }

    void show(@Nullable Walkthrough walkthrough, int at, Theme colours) {
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
        int seed = w.story().seed();
        return step >= seed
                ? Texts.of("timeline.backward.at", step - seed + 1, w.size() - seed)
                : Texts.of("timeline.forward.at", step + 1, seed);
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
        int seed = story.story().seed();
        double turn = seed == 0 ? MARGIN : (x(seed - 1, steps) + x(seed, steps)) / 2;
        g.setLineWidth(4);
        line(g, MARGIN, getWidth() - MARGIN, color(Ink.LINE));
        line(g, MARGIN, Math.min(x(step, steps), turn), color(Ink.VALUE));
        if (step >= seed) {
            line(g, turn, x(step, steps), color(Ink.UPSTREAM));
        }
        boolean ticks = getWidth() / steps >= NEAREST_TICKS;
        for (int i = 0; i < steps && ticks; i++) {
            dot(g, x(i, steps), 5, i > step ? color(Ink.LINE) : passed(i, seed));
        }
        dot(g, x(step, steps), 8, passed(step, seed));
        labels(g, place(story), step >= seed, seed > 0, turn);
    }

    private void labels(
            GraphicsContext g, String now, boolean backward, boolean forward, double turn) {
        g.setFont(Font.font("Inter", 11.5));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.BASELINE);
        if (forward) {
            g.setFill(color(backward ? Ink.MUTED : Ink.VALUE));
            g.fillText(backward ? Texts.of("timeline.forward") : now, (MARGIN + turn) / 2, 16);
        }
        g.setFill(color(backward ? Ink.UPSTREAM : Ink.MUTED));
        g.fillText(
                backward ? now : Texts.of("timeline.backward"),
                (turn + getWidth() - MARGIN) / 2,
                16);
    }

    private Color passed(int at, int seed) {
        return color(at < seed ? Ink.VALUE : Ink.UPSTREAM);
    }

    private Color color(Ink ink) {
        return Tokens.color(theme, ink);
    }

    private void dot(GraphicsContext g, double x, double radius, Color fill) {
        g.setFill(color(Ink.PANEL));
        g.fillOval(x - radius - 2, LINE - radius - 2, 2 * radius + 4, 2 * radius + 4);
        g.setFill(fill);
        g.fillOval(x - radius, LINE - radius, 2 * radius, 2 * radius);
    }

    private static void line(GraphicsContext g, double from, double to, Color color) {
        g.setStroke(color);
        g.strokeLine(from, LINE, to, LINE);
    }
}
