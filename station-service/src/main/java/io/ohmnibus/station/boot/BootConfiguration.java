/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.station.registry.BootPolicy;

/**
 * How stations are answered that have no policy of their own.
 *
 * @param model of which they are; empty for all models of the tenant
 * @param untilProvisioned whether a station is Accepted once its device model is known and its
 *     desired variables hold
 */
record BootConfiguration(String tenant, String model, BootPolicy policy, boolean untilProvisioned) {

    static final String ALL_MODELS = "";
}
