package dev.backstep.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows everything in it larger or smaller, as a browser does with a page: what is in it is laid
/// out in less or in more room, then scaled to fill this.
public final class Enlarged extends Region {

    private final Region content;
    private final Scale scale = new Scale(1, 1);

    public Enlarged(Region content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().add(content);
    }

    /// @param factor above 0; 1 is the usual size
    public void by(double factor) {
        if (factor != scale.getX()) {
            scale.setX(factor);
            scale.setY(factor);
            layAnew(this);
        }
    }

    /// What is painted in pixels is painted anew when it is laid out.
    private static void layAnew(Parent parent) {
        parent.requestLayout();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent p) {
                layAnew(p);
            }
        }
    }

    /// How many pixels of the screen one unit of a node takes, all scaling between them included.
    public static double pixels(Node node) {
        double output =
                node.getScene() == null || node.getScene().getWindow() == null
                        ? 1
                        : node.getScene().getWindow().getOutputScaleX();
        double own = 1;
        for (Parent p = node.getParent(); p != null; p = p.getParent()) {
            if (p.getParent() instanceof Enlarged e) {
                own *= e.scale.getX();
            }
        }
        return output * own;
    }

    @Override
    protected void layoutChildren() {
        double factor = scale.getX();
        content.resizeRelocate(0, 0, getWidth() / factor, getHeight() / factor);
    }

    @Override
    protected double computeMinWidth(double height) {
        return content.minWidth(-1) * scale.getX();
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(-1) * scale.getX();
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * scale.getX();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * scale.getX();
    }
}
