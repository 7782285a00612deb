/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Events for tests of the platform. */
@NullMarked
package io.ohmnibus.contracts.tariff;

import org.jspecify.annotations.NullMarked;
