"""People sign in with a page of Entra's; their tokens are kept, encrypted; what they had asked is carried on.

sign-in card ─▶ /signin/start ─▶ Entra ─▶ /signin/callback ─▶ tokens kept ─▶ the interrupted turn, taken again
"""
