package dev.backstep.ui.kit;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;

/// Something done once a frame.
public final class Beat extends AnimationTimer {

    private final LongConsumer each;

    private Beat(LongConsumer each) {
        this.each = each;
    }

    /// Does it for as long as a node is in a scene.
    ///
    /// @param each gets the time of the frame, in nanoseconds
    public static void whileSeen(Node node, LongConsumer each) {
        Beat beat = new Beat(each);
        node.sceneProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now != null) {
                                beat.start();
                            } else {
                                beat.stop();
                            }
                        });
    }

    @Override
    public void handle(long now) {
        each.accept(now);
    }
}
