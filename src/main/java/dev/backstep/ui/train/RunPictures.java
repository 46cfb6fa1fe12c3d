package dev.backstep.ui.train;

import dev.backstep.train.Frame;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;

/// Works out what the pictures show of a frame, in the background, and shows it.
final class RunPictures {

    private final TrainDesk desk;
    private final Background background;
    private final NetworkView network;
    private final ViewsPane views;

    RunPictures(TrainDesk desk, Background background, NetworkView network, ViewsPane views) {
        this.desk = desk;
        this.background = background;
        this.network = network;
        this.views = views;
    }

    void show(Frame frame, ThemedState screen) {}
}
