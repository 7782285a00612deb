/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

/**
 * What becomes of a command when its station is not connected: {@code fail} ends it at once, {@code
 * wait} keeps it until the station is back or its deadline.
 */
// Spelled as in requests.
@SuppressWarnings("checkstyle:ConstantName")
public enum WhenOffline {
    fail,
    wait
}
