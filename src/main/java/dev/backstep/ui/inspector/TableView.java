package dev.backstep.ui.inspector;

import dev.backstep.explain.Numbers;
import dev.backstep.layout.Size;
import dev.backstep.paint.Tables;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.Pixels;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// A matrix as a heat table.
final class TableView extends Region {
}
