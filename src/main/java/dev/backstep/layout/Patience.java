package dev.backstep.layout;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.core.util.IElkProgressMonitor;
import org.eclipse.elk.core.util.NullElkProgressMonitor;

/// Breaks a layout off once nobody waits for it: ELK asks its monitor between all of its steps.
final class Patience extends NullElkProgressMonitor {

    private final BooleanSupplier unwanted;

    Patience(BooleanSupplier unwanted) {
        this.unwanted = unwanted;
    }

    @Override
    public boolean isCanceled() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("this layout is not wanted any more");
        }
        return false;
    }

    @Override
    public boolean begin(String name, float totalWork) {
        return !isCanceled() && super.begin(name, totalWork);
    }

    @Override
    public IElkProgressMonitor subTask(float work) {
        return this;
    }
}
