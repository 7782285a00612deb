/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

/**
 * Where a message broke a rule that was tolerated.
 *
 * @param path as the message came, as in {@code $.chargingStation.model}; repeats no value
 */
public record Deviation(Tolerance tolerated, String path) {}
