/// Where the program starts.
///
/// Read [dev.backstep.Main]; then [dev.backstep.graph.Graph] and [dev.backstep.graph.Adjoint], on
/// which everything stands. Packages are flat and each imports only a few others; one module would
/// not keep them apart as well as the test that holds those rules.
@NullMarked
package dev.backstep;

import org.jspecify.annotations.NullMarked;
