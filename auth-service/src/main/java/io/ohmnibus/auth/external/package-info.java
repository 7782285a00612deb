/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Authorization by an external party, in real time: who is asked, and how. */
@NullMarked
package io.ohmnibus.auth.external;

import org.jspecify.annotations.NullMarked;
