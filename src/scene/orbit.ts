// A body that is turned like a globe: attributes for who cannot see it, and its control.

import type { OrbitControl } from './control.ts';
import type { Mark } from './mark.ts';

export interface OrbitOptions {
  readonly handle: string;
  /** what is turned, for those who cannot see it */
  readonly name: string;
  /** whole degrees by which it is turned to the right, and its top towards the reader */
  readonly yaw: number;
  readonly pitch: number;
  /** px: a finger on the rim turns it by 60 degrees a radius */
  readonly radius: number;
}

/** A globe from one description; put on its mark with `controlled` (touch.ts). The slider that is read out is its yaw. */
export function orbit({ handle, name, yaw, pitch, radius }: OrbitOptions): {
  readonly attrs: Mark['attrs'];
  readonly control: OrbitControl;
} {
  const sideways = yaw < 0 ? 'left' : 'right';
  const over = pitch < 0 ? 'away from' : 'towards';
  return {
    attrs: {
      'data-handle': handle,
      tabindex: 0,
      role: 'slider',
      'aria-label': `${name}: arrow keys turn it, Home sets it upright`,
      'aria-valuemin': -180,
      'aria-valuemax': 180,
      'aria-valuenow': yaw,
      'aria-valuetext': `turned ${Math.abs(yaw)} degrees ${sideways}, its top ${Math.abs(pitch)} degrees ${over} you`,
    },
    control: { kind: 'orbit', yaw, pitch, radius },
  };
}
