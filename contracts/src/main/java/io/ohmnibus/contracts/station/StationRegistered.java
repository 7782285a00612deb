/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

/** A station became known to the platform; it may connect from now on. */
public record StationRegistered(int securityProfile) {}
