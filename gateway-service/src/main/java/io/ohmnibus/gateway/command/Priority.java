/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.command;

import io.ohmnibus.ocpp.Action;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which of the commands that wait for one station goes first; within a priority they keep order.
 */
public enum Priority {

    /** Somebody stands at the station, or leaves it. */
    DRIVER,
    NORMAL,

    /** What keeps a station busy for long, and what nobody waits for. */
    BULK;

    private static final Set<Action> FOR_DRIVERS =
            EnumSet.of(
                    Action.REQUEST_START_TRANSACTION,
                    Action.REQUEST_STOP_TRANSACTION,
                    Action.UNLOCK_CONNECTOR,
                    Action.RESERVE_NOW,
                    Action.CANCEL_RESERVATION,
                    Action.NOTIFY_WEB_PAYMENT_STARTED,
                    Action.REQUEST_BATTERY_SWAP,
                    Action.USE_PRIORITY_CHARGING);

    private static final Set<Action> IN_BULK =
            EnumSet.of(
                    Action.CUSTOMER_INFORMATION,
                    Action.GET_BASE_REPORT,
                    Action.GET_CHARGING_PROFILES,
                    Action.GET_DER_CONTROL,
                    Action.GET_DISPLAY_MESSAGES,
                    Action.GET_LOG,
                    Action.GET_MONITORING_REPORT,
                    Action.GET_REPORT,
                    Action.PUBLISH_FIRMWARE,
                    Action.SEND_LOCAL_LIST,
                    Action.UPDATE_FIRMWARE);

    /** The priority of an action. */
    public static Priority of(Action action) {
        if (FOR_DRIVERS.contains(action)) {
            return DRIVER;
        }
        return IN_BULK.contains(action) ? BULK : NORMAL;
    }
}
