export function installedChromium(): string | undefined
export function chromiumLaunch(): { executablePath?: string; args: string[] }
