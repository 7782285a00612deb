/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import java.util.Set;

/** The points at which transactions start and stop, as they are at one moment (E01, E06). */
record TransactionPoints(boolean parked, boolean connected, boolean authorized, boolean flowing) {

    /** Whether any of the points is reached in {@code later} and was not here. */
    boolean reach(Set<String> points, TransactionPoints later) {
        return points.stream().anyMatch(point -> later.reached(point) && !reached(point));
    }

    private boolean reached(String point) {
        return switch (point) {
            case "ParkingBayOccupancy" -> parked;
            case "EVConnected" -> connected;
            case "Authorized" -> authorized;
            case "PowerPathClosed" -> connected && authorized;
            case "EnergyTransfer" -> flowing;
            default -> false;
        };
    }
}
