/// Graph to picture: where every card, wire and pill goes, and what it says.
///
/// Read [dev.backstep.layout.Arrangement], then [dev.backstep.layout.Diagram]. Places depend on the
/// graph alone and texts on the step, so that nothing jumps when values change. No colours here: a
/// diagram names roles, and `paint` gives them their colour.
@NullMarked
package dev.backstep.layout;

import org.jspecify.annotations.NullMarked;
