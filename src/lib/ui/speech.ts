/** The voice of a phone (đọc to), as far as it speaks Vietnamese. */
export type Speech = Readonly<{
  /** Told once the phone knows its voices: some name them only after a moment. */
  onVoice: (tell: (hasVoice: boolean) => void) => () => void;
  say: (text: string, onEnd: () => void) => void;
  stop: () => void;
}>;

/** Undefined where the browser does not speak at all. */
export function openSpeech(page: Window & typeof globalThis): Speech | undefined {
  const speaking = page.speechSynthesis as SpeechSynthesis | undefined;
  if (!speaking) return;
  const voice = () => speaking.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
  return {
    onVoice(tell) {
      const look = () => tell(voice() !== undefined);
      look();
      speaking.addEventListener('voiceschanged', look);
      return () => speaking.removeEventListener('voiceschanged', look);
    },
    say(text, onEnd) {
      const said = new page.SpeechSynthesisUtterance(text);
      said.voice = voice() ?? null;
      said.lang = 'vi-VN';
      said.rate = 0.9;
      said.onend = said.onerror = onEnd;
      speaking.cancel();
      speaking.speak(said);
    },
    stop: () => speaking.cancel()
  };
}
