/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.tariff;

/** An event for tests of the platform, which knows no real ones. */
public record PriceChanged(int number) {}
