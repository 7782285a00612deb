/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

/** Told in words what happens at stations; called on the station's threads and must not wait. */
@FunctionalInterface
public interface StationListener {

    /** Nobody listens. */
    StationListener NONE = _ -> {};

    void happened(StationEvent event);
}
