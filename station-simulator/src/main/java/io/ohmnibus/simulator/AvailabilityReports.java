/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

/** How a station tells that a connector became available, occupied or unavailable (G01). */
public enum AvailabilityReports {
    /** By NotifyEventRequest; what 2.1 prefers. */
    NOTIFY_EVENT,
    /** By StatusNotificationRequest; the usual way of 2.0.1. */
    STATUS_NOTIFICATION,
    /** Not at all, for scripts that send every message themselves. */
    NONE
}
