package dev.backstep.ui.inspector;

import dev.backstep.tensor.Tensor;
import javafx.scene.layout.Region;

/// A matrix as a heat table.
final class TableView extends Region {
    TableView(Tensor tensor, Shown shown) {}
}
